"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboboxList } from "../ui/combobox-list";
import { IconButton } from "../ui/icon-button";
import { toRoute } from "../ui/to-route";
import { useCombobox } from "../ui/use-combobox";
import { findRecords } from "./find";
import { useFoundOption } from "./use-found-option";

/** The id of the field, for the key that goes to it. */
export const searchBoxId = "catalogue-search";

/**
 * The search of the top bar: a form to the deals until the scripts have come, then a list of what matches.
 * The `value` of an option is the address it leads to. Enter without a choice sends the form as before.
 */
export function SearchBox() {
  const t = useTranslations("ui.search");
  const router = useRouter();
  const toOption = useFoundOption();
  const [instead, setInstead] = useState<string | null>(null);
  const box = useCombobox({
    initial: "",
    onSearch: async (text) => {
      const found = await findRecords(text);
      setInstead(found.instead);
      return found.items.map(toOption);
    },
    creates: false,
    onPick: (option) => {
      if (option) router.push(toRoute(option.value));
      return "";
    },
  });
  return (
    <search>
      <form action="/deals" className="relative">
        <input
          {...box.field}
          id={searchBoxId}
          name="q"
          aria-label={t("label")}
          placeholder={t("placeholder")}
          className="control pr-9"
        />
        <IconButton label={t("submit")} type="submit" className="absolute inset-y-0 right-0 h-full">
          <Search className="size-4" aria-hidden="true" />
        </IconButton>
        {box.shown && (
          <ComboboxList
            id={box.listId}
            label={t("label")}
            rows={box.rows}
            active={box.active}
            found={box.found}
            text={box.typed}
            remark={instead ? t("instead", { text: instead }) : undefined}
            onPick={box.pick}
          />
        )}
      </form>
    </search>
  );
}
