import { useTranslations } from "next-intl";
import { type FxPolicy, fxPolicies } from "@/lib/fx/schema";
import { TextLink } from "../ui/text-link";

/** By which rate the amounts of a page are shown: links, so that the address says it. `hrefOf` keeps its other keys. */
export function FxSwitch({
  policy,
  hrefOf,
}: {
  policy: FxPolicy;
  hrefOf: (policy: FxPolicy) => string;
}) {
  const t = useTranslations("fx");
  return (
    <nav
      aria-label={t("label")}
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs print:hidden"
    >
      <span aria-hidden="true" className="text-ink-3">
        {t("label")}
      </span>
      {fxPolicies.map((one) =>
        one === policy ? (
          <span key={one} aria-current="true" className="font-[560] text-ink">
            {t(`policies.${one}`)}
          </span>
        ) : (
          <TextLink key={one} href={hrefOf(one)}>
            {t(`policies.${one}`)}
          </TextLink>
        ),
      )}
    </nav>
  );
}
