import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { roles } from "@/lib/people/rules";
import { Select } from "../ui/select";

export function RoleSelect(props: ComponentProps<typeof Select>) {
  const t = useTranslations("people.roles");
  return (
    <Select {...props}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </Select>
  );
}
