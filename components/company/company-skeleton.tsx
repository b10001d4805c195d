import { Skeleton, StatsBones, TableBones } from "../layout/skeleton";

/** The shape of what a company's deals say of it. */
export function CompanySkeleton() {
  return (
    <Skeleton>
      <div className="grid gap-8">
        <StatsBones />
        <TableBones />
        <TableBones />
      </div>
    </Skeleton>
  );
}
