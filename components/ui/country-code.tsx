/** A country as its two letters; `name` is said in full to screen readers and on hover. */
export function CountryCode({ code, name }: { code: string; name?: string }) {
  return (
    <>
      <abbr
        title={name}
        className="mr-0.5 rounded-[3px] border border-line-strong px-[3px] font-sans text-[0.65625rem] font-semibold text-ink-3 no-underline"
      >
        {code}
      </abbr>
      {/* A space that does not break: the code stays with the name after it. */}
      {"\u00a0"}
    </>
  );
}
