import { Bone, Skeleton, StatsBones, TableBones } from "../layout/skeleton";

/** The shape of the overview below its title. */
export function OverviewSkeleton() {
  return (
    <Skeleton>
      <StatsBones />
      <div className="mt-8 grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <Bone className="h-60 w-full" />
          <TableBones />
        </div>
        <div className="hidden content-start gap-8 lg:grid">
          <TableBones />
          <TableBones />
        </div>
      </div>
    </Skeleton>
  );
}
