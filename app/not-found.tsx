import { Brand } from "@/components/layout/brand";
import { Missing } from "@/components/layout/missing";

/** An address that no route knows. Inside the workspace its own not-found keeps the rail. */
export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-8 px-4 py-10">
      <Brand />
      <Missing />
    </main>
  );
}
