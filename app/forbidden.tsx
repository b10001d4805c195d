import { Forbidden } from "@/components/auth/forbidden";
import { Brand } from "@/components/layout/brand";

export default function ForbiddenPage() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-8 px-4 py-10">
      <Brand />
      <Forbidden />
    </main>
  );
}
