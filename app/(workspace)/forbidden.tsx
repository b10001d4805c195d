import { Forbidden } from "@/components/auth/forbidden";

export default function WorkspaceForbidden() {
  return <Forbidden />;
}
