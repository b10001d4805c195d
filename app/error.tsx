"use client";

import { ErrorPage } from "@/components/layout/error-page";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center px-4 py-10">
      <ErrorPage error={error} retry={retry} />
    </main>
  );
}
