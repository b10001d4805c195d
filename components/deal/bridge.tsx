import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CompanyRef } from "@/lib/company/dto";
import { sideOf } from "@/lib/deal/rules";
import type { DealDoc } from "@/lib/deal/schema";
import { cx } from "../ui/cx";
import type { DealView } from "./deal-view";
import { PartyName } from "./party-name";

type Bank = { company: CompanyRef; roles: DealDoc["parties"] }[];

/** Who gives stands on the left bank, who takes on the right, the rights crossing between them. */
export function Bridge({
  view,
  withdrawn,
  children,
}: {
  view: DealView;
  withdrawn: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("deal.bridge");
  const { left, right, others, crossing } = banksOf(view);
  const standing = withdrawn ? "over" : standingOf(view.doc.status);
  const names = (bank: Bank) => bank.map(({ company }) => company.name).join(", ");
  return (
    <section
      aria-label={t("label")}
      className="mb-5 overflow-hidden rounded-xl border border-line bg-raised"
    >
      <p className="sr-only">
        {crossing
          ? t("said", { giving: names(left), taking: names(right) })
          : t("between", { left: names(left), right: names(right) })}
      </p>
      <div className="px-4 pt-5 pb-4 sm:px-6.5">
        <div className="relative">
          <Span standing={standing} />
          <div className="absolute inset-x-0 bottom-0 flex translate-y-1/2 justify-center">
            <Crossing view={view} arrow={crossing} standing={standing} />
          </div>
        </div>
        <div className="mt-3 grid grid-cols-2 gap-x-6">
          <BankSide bank={left} />
          <BankSide bank={right} right />
        </div>
        {others.length > 0 && <Others bank={others} />}
      </div>
      {children}
    </section>
  );
}

/** The seal's red is for what is signed and current; what waits is dashed, what is over has lost its colour. */
type Standing = "current" | "waiting" | "over";

function standingOf(status: DealDoc["status"]): Standing {
  if (["PENDING_CLOSE", "OPTION_PENDING"].includes(status)) return "waiting";
  const ended = ["OPTION_LAPSED", "EXPIRED", "TERMINATED", "SUPERSEDED"];
  return ended.includes(status) ? "over" : "current";
}

/** The arch and its deck: the viewBox stretches with the page, the strokes do not. */
function Span({ standing }: { standing: Standing }) {
  const colour = standing === "over" ? "stroke-control" : "stroke-seal";
  const hangers = [190, 345, 500, 655, 810];
  const archAt = (x: number) => 84 - 78 * (1 - ((x - 500) / 440) ** 2);
  return (
    <svg
      viewBox="0 0 1000 88"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-ink="keep"
      fill="none"
      className="block h-16 w-full overflow-visible sm:h-22"
    >
      <g vectorEffect="non-scaling-stroke" className="stroke-line-strong">
        {hangers.map((x) => (
          <path key={x} d={`M${x} ${archAt(x)}V84`} vectorEffect="non-scaling-stroke" />
        ))}
        <path d="M60 84H940" vectorEffect="non-scaling-stroke" />
      </g>
      <path
        d="M60 84Q500 -72 940 84"
        className={colour}
        strokeDasharray={standing === "current" ? undefined : "7 5"}
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d="M0 84H60M940 84H1000"
        className="stroke-ink"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d="M60 84h.01M940 84h.01"
        className={colour}
        strokeWidth="9"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function Crossing({
  view,
  arrow,
  standing,
}: {
  view: DealView;
  arrow: boolean;
  standing: Standing;
}) {
  const t = useTranslations("deal.bridge");
  const enums = useTranslations("enums");
  const kinds = [...new Set(view.doc.grants.map(({ exclusivity }) => exclusivity))].filter(
    (kind) => kind !== "UNKNOWN",
  );
  const exclusivity = kinds.length > 1 ? "MIXED" : kinds[0];
  return (
    <span
      className={cx(
        "rounded-md px-2.5 py-0.5 text-center text-xs",
        standing === "over" ? "border border-line bg-sunken text-ink-2" : "bg-seal-soft text-seal",
      )}
    >
      {exclusivity && `${t(`exclusivity.${exclusivity}`)} · `}
      {enums(`dealType.${view.doc.type}`)}
      <span aria-hidden="true">{arrow ? " →" : " ↔"}</span>
    </span>
  );
}

function BankSide({ bank, right = false }: { bank: Bank; right?: boolean }) {
  return (
    <ul className={cx("grid min-w-0 content-start gap-3", right && "text-right")}>
      {bank.map(({ company, roles }) => (
        <li key={company.id} className="min-w-0">
          <Party company={company} roles={roles} />
        </li>
      ))}
    </ul>
  );
}

function Party({ company, roles }: Bank[number]) {
  const t = useTranslations("deal.bridge");
  const enums = useTranslations("enums");
  const signatories = [...new Set(roles.flatMap(({ signatory }) => signatory ?? []))];
  return (
    <>
      <span className="font-serif text-xl leading-snug font-semibold">
        <PartyName company={company} />
      </span>
      <span className="block text-sm text-ink-3">
        {company.native && (
          <>
            <span lang={company.native.lang}>{company.native.name}</span>
            {" · "}
          </>
        )}
        {roles.map(({ role }) => enums(`partyRole.${role}`)).join(", ")}
        {company.withdrawn && ` · ${t("withdrawn")}`}
      </span>
      {signatories.map((name) => (
        <span key={name} className="block text-xs text-ink-3">
          {t("signedBy", { name })}
        </span>
      ))}
    </>
  );
}

function Others({ bank }: { bank: Bank }) {
  const t = useTranslations("deal.bridge");
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h2 className="font-sans text-xs font-normal text-ink-3">{t("others")}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-8 gap-y-2">
        {bank.map(({ company, roles }) => (
          <li key={company.id} className="text-sm">
            <Party company={company} roles={roles} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where only partners meet, the first stands on the left bank and nothing crosses one way. */
function banksOf({ doc, companies }: DealView) {
  const side = (wanted: "giving" | "taking" | "other") =>
    bankOf(
      doc.parties.filter(({ role }) => sideOf(role) === wanted),
      companies,
    );
  const [left, right, others] = [side("giving"), side("taking"), side("other")];
  if (left.length > 0 && right.length > 0) return { left, right, others, crossing: true };
  const [first, ...rest] = [...left, ...right, ...others];
  return { left: first ? [first] : [], right: rest, others: [], crossing: false };
}

function bankOf(parties: DealDoc["parties"], companies: DealView["companies"]): Bank {
  return [...new Set(parties.map(({ companyId }) => companyId))].flatMap((id) => {
    const company = companies.get(id);
    const roles = parties.filter(({ companyId }) => companyId === id);
    return company ? [{ company, roles }] : [];
  });
}
