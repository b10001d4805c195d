"use client";

import { v7 as uuid } from "uuid";
import type { TerritoryMode } from "@/prisma/generated/enums";
import { useForm } from "../../record/form/form-context";
import { Field } from "../../ui/field";
import { MultiCombobox } from "../../ui/multi-combobox";
import type { DealFields } from "./deal-fields";
import { useTerritories } from "./use-territories";

export type Territory = DealFields["grants"][number]["territories"][number];

/** The territories of one mode, picked by name or code. */
export function TerritoryPicker({
  path,
  label,
  placeholder,
  mode,
  territories,
  onChange,
}: {
  path: string;
  label: string;
  placeholder: string;
  mode: TerritoryMode;
  territories: Territory[];
  onChange: (territories: Territory[]) => void;
}) {
  const { problemOf, forget } = useForm();
  const { option, find } = useTerritories();
  const own = territories.filter((territory) => territory.mode === mode);
  const problem = territories
    .map((territory, index) =>
      territory.mode === mode ? problemOf(`${path}.${index}.code`) : undefined,
    )
    .find(Boolean);
  const change = (next: Territory[]) => {
    forget(path);
    onChange(next);
  };
  return (
    <Field
      name={mode === "INCLUDE" ? path : `${path}.excluded`}
      label={label}
      error={problem ?? (mode === "INCLUDE" ? problemOf(path) : undefined)}
    >
      {(control) => (
        <MultiCombobox
          control={control}
          label={label}
          placeholder={placeholder}
          values={own.map(({ code }) => option(code))}
          onSearch={find}
          onAdd={({ value }) =>
            change([
              ...territories,
              { id: uuid(), mode, code: value, wording: null, condition: null },
            ])
          }
          onRemove={(code) =>
            change(territories.filter((each) => each.mode !== mode || each.code !== code))
          }
        />
      )}
    </Field>
  );
}
