/** A country as its two letters; `name` is said in full to screen readers and on hover. */
export function CountryCode({ code, name }: { code: string; name?: string }) {
  return (
    <abbr
      title={name}
      className="mr-1.5 inline-block rounded-[3px] border border-line-strong px-[3px] align-[1px] text-[0.65625rem]/[1.25] font-semibold text-ink-3 no-underline"
    >
      {code}
    </abbr>
  );
}
