import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { fieldId } from "./field-id";

export type ControlProps = {
  id: string;
  name: string;
  required?: true;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
};

/**
 * A label, a control, a hint and what is wrong with it. The child is a function that spreads the
 * given props on the control, so that the wiring can't be forgotten.
 */
export function Field({
  name,
  id = fieldId(name),
  label,
  hint,
  error,
  warning,
  required = false,
  optional = false,
  hideLabel = false,
  className,
  children,
}: {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shown in amber; does not mark the field as invalid. */
  warning?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const t = useTranslations("ui");
  const problems = [
    { id: `${id}-error`, text: error, look: "text-seal font-[520]" },
    { id: `${id}-warning`, text: warning, look: "text-triggered" },
  ].filter((note) => note.text);
  const described = [hint && `${id}-hint`, ...problems.map((note) => note.id)].filter(Boolean);
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-[560]"}>
        {label}
        {required && <Mark>{t("required")}</Mark>}
        {optional && <Mark>{t("optional")}</Mark>}
      </label>
      {hint && <Note id={`${id}-hint`} text={hint} look="text-ink-3" />}
      {children({
        id,
        name,
        ...(required && { required }),
        ...(error && { "aria-invalid": true }),
        ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
      })}
      {problems.map((note) => (
        <Note key={note.id} {...note} />
      ))}
    </div>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <span className="ml-1.5 text-xs font-normal text-ink-3">{children}</span>;
}

function Note({ id, text, look }: { id: string; text: ReactNode; look: string }) {
  return (
    <p id={id} className={cx("text-xs", look)}>
      {text}
    </p>
  );
}
