import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";

const { one: say } = rosterWords;

/** Which part of a long list is shown, and the way to the parts before and after it. */
export function Pager({ from, shown, total, onGo }: { from: number; shown: number; total: number; onGo: (from: number) => void }) {
  if (total <= shown) return null;
  const size = Math.max(shown, 100);
  return (
    <div className="row no-print">
      <span className="small" role="status">
        {say.page(from + 1, from + shown, total)}
      </span>
      {from > 0 && <Button onClick={() => onGo(Math.max(0, from - size))}>{say.previous}</Button>}
      {from + shown < total && <Button onClick={() => onGo(from + shown)}>{say.next}</Button>}
    </div>
  );
}
