import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../ui/icon-button";

/** The search that needs no script: a GET to the deals. */
export function SearchForm({ text = "", id = "search" }: { text?: string; id?: string }) {
  const t = useTranslations("ui.search");
  return (
    <search>
      <form action="/deals" className="relative">
        <label htmlFor={id} className="sr-only">
          {t("label")}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={text}
          autoComplete="off"
          placeholder={t("placeholder")}
          className="control pr-9"
        />
        <IconButton label={t("submit")} type="submit" className="absolute inset-y-0 right-0 h-full">
          <Search className="size-4" aria-hidden="true" />
        </IconButton>
      </form>
    </search>
  );
}
