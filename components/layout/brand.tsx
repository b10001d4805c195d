/** The mark: a bridge between two banks. */
export function BridgeMark({ className = "h-4 w-5.5" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 22 16"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M1 14C4 4 18 4 21 14M1 14h20M6.5 9.5V14M11 7.2V14M15.5 9.5V14" />
    </svg>
  );
}

/** The mark and the name; `compact` leaves the name out on phones, where the search needs the room. */
export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <span className="flex items-center gap-2 font-serif text-[1.0625rem] font-semibold">
      <BridgeMark className="h-4 w-5.5 text-seal" />
      <span className={compact ? "max-sm:hidden" : undefined}>Kakehashi</span>
    </span>
  );
}
