import type { Prisma } from "@/prisma/generated/client";

/** A numeric column as plain decimal text: no exponent, no trailing zeros. */
export function decimalColumn(value: Prisma.Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}
