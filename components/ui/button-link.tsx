import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { toRoute } from "./to-route";

/** A link that stands among buttons. `download` makes a plain anchor: files are not pages. */
export function ButtonLink({
  href,
  variant = "plain",
  size = "md",
  download = false,
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  download?: boolean;
  children: ReactNode;
}) {
  const className = buttonClass(variant, size);
  if (download) {
    return (
      <a href={href} download className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link href={toRoute(href)} className={className}>
      {children}
    </Link>
  );
}
