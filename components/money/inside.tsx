import { useTranslations } from "next-intl";
import type { Part } from "@/lib/money/total/dto";
import { useMoney } from "../payment/use-money";
import { TotalText } from "./total-text";

/** What a total is made of, kind by kind, and how much of each nobody disclosed. */
export function Inside({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations("money");
  const enums = useTranslations("enums");
  const { countOf } = useMoney();
  return (
    <>
      <strong className="font-semibold">{t("inside")}</strong>
      <ul className="mt-1 grid gap-1 tabular-nums">
        {parts.map(({ of, total }) => (
          <li key={of} className="flex flex-wrap justify-between gap-x-4">
            <span>{enums.has(`termKind.${of}`) ? enums(`termKind.${of}`) : of}</span>
            <span>
              <TotalText total={total} linked />{" "}
              <span className="text-xs text-ink-3">
                {total.disclosed === 0 ? t("allWithheld", { count: total.of }) : countOf(total)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-ink-3">{t("neverZero")}</p>
    </>
  );
}
