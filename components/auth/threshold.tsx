import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "../layout/brand";

/** The page before the house: one column on paper, and the bridge underneath it. */
export function Threshold({
  preferences,
  children,
}: {
  preferences: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("auth");
  return (
    <div className="flex min-h-dvh flex-col">
      <main className="mx-auto grid w-full max-w-90 flex-1 content-center gap-8 px-4 py-10">
        <div className="grid gap-2">
          <Brand />
          <p className="text-sm text-pretty text-ink-3">{t("tagline")}</p>
        </div>
        {children}
      </main>
      <Bridge />
      <footer className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2 bg-sunken px-4 pb-5">
        {preferences}
      </footer>
    </div>
  );
}

const hangers = [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7];

/** An arch between two banks. Its hangers end on the curve y = 8 + 100 (x / 600)². */
function Bridge() {
  return (
    <svg
      viewBox="0 0 1440 120"
      preserveAspectRatio="xMidYMax slice"
      className="h-24 w-full md:h-30"
      fill="none"
      aria-hidden="true"
    >
      <path d="M0 108h1440v12H0z" className="fill-sunken" />
      <path d="M0 108h120m1200 0h120" className="stroke-line-strong" strokeWidth="1.5" />
      <path d="M120 108Q720-92 1320 108" className="stroke-seal" strokeWidth="1.5" />
      {hangers.map((step) => (
        <path
          key={step}
          d={`M${720 + step * 75} 108V${8 + 100 * ((step * 75) / 600) ** 2}`}
          className="stroke-line-strong"
        />
      ))}
      <path d="M120 108h1200" className="stroke-ink-3" strokeWidth="1.5" />
    </svg>
  );
}
