import { useFormatter } from "next-intl";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 1536 → 1.5 kB */
export function useSize() {
  const { number } = useFormatter();
  return (bytes: number): string => {
    const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
    const style = { style: "unit", unit: units[step], unitDisplay: "short" } as const;
    return number(bytes / 1000 ** step, { ...style, maximumFractionDigits: step > 1 ? 1 : 0 });
  };
}
