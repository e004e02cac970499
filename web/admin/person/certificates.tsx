import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CertificateView } from "../../../functions/certification/contract.ts";
import type { ExceptionInput, RevokeInput } from "../../../functions/certification/decision-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { personCertificatesQuery } from "../../coach/queries.ts";
import { PersonCertificates } from "../../coach/person-certificates.tsx";
import { certificationWords } from "../../strings/en-certifications.ts";
import { t } from "../../strings/en.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField, TextArea } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { certificationsQuery } from "../certification-queries.ts";

const say = certificationWords.person;
const certificates = client.api.staff[":staffId"].certificates;
/** So much a reason has to say; as the API asks. */
const shortest = 10;

type Act = "revoke" | "suspend" | "lift";
type Person = { staffId: string; name: string; isHere: boolean };
type Chosen = { act: Act; certificate: CertificateView };

const stale = (staffId: string) => [["person", staffId], ["record", staffId], ["timeline", staffId], ["applications"]];

function actsFor({ status, revokedOn }: CertificateView): Act[] {
  if (revokedOn !== undefined || status === "lapsed") return [];
  if (status === "suspended") return ["lift", "revoke"];
  return status === "inGrace" ? ["revoke"] : ["suspend", "revoke"];
}

/** A person's certificates with what an administrator may decide about each, and issuing one by exception. */
export function CertificatesOfPerson(person: Person) {
  const { data } = useQuery(personCertificatesQuery(person.staffId));
  const [chosen, setChosen] = useState<Chosen>();
  const [isIssuing, setIssuing] = useState(false);
  return (
    <div className="stack">
      <PersonCertificates staffId={person.staffId} />
      {data && (
        <div className="row">
          {data.certificates.flatMap((certificate) =>
            actsFor(certificate).map((act) => (
              <Button key={`${certificate.id} ${act}`} onClick={() => setChosen({ act, certificate })}>
                {say.actsOf[act](certificate.title)}
              </Button>
            )),
          )}
          {person.isHere && <Button onClick={() => setIssuing(true)}>{say.exception}</Button>}
        </div>
      )}
      {chosen && <ActDialog {...chosen} staffId={person.staffId} onClose={() => setChosen(undefined)} />}
      {isIssuing && <ExceptionDialog person={person} onClose={() => setIssuing(false)} />}
    </div>
  );
}

function ActDialog({ act, certificate, staffId, onClose }: Chosen & { staffId: string; onClose: () => void }) {
  const { certificationId, cycle, title } = certificate;
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const { send, isSending, error } = useSend({
    send: (json: RevokeInput, options) => {
      const body = { param: { staffId }, json };
      if (act === "revoke") return ask(certificates.revocation.$post(body, options));
      return ask(act === "suspend" ? certificates.suspension.$post(body, options) : certificates.reinstatement.$post(body, options));
    },
    refreshes: stale(staffId),
    onDone: () => {
      onClose();
      toast(say.done[act]);
    },
  });
  const isSilent = reason.trim().length < shortest;
  return (
    <Dialog
      title={say.actsOf[act](title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind={act === "revoke" ? "danger" : "primary"}
            isBusy={isSending}
            busyLabel={say.working}
            onClick={() => {
              setChecked(true);
              if (!isSilent) send({ certificationId, cycle, reason: reason.trim() });
            }}
          >
            {say.acts[act]}
          </Button>
        </>
      }
    >
      <ul>
        {say.follows[act].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Reason value={reason} onChange={setReason} isMissing={isChecked && isSilent} />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

function ExceptionDialog({ person: { staffId, name }, onClose }: { person: Person; onClose: () => void }) {
  const { data } = useQuery(certificationsQuery);
  const [certificationId, setCertification] = useState("");
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const options = (data?.definitions ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const { send, isSending, error } = useSend({
    send: (json: ExceptionInput, option) => ask(certificates.exception.$post({ param: { staffId }, json }, option)),
    refreshes: stale(staffId),
    onDone: (_, input) => {
      onClose();
      toast(say.issued(options.find(({ value }) => value === input.certificationId)?.label ?? ""));
    },
  });
  const isSilent = reason.trim().length < shortest;
  return (
    <Dialog
      title={say.exceptionTitle(name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            isBusy={isSending}
            busyLabel={say.working}
            onClick={() => {
              setChecked(true);
              if (!isSilent && certificationId !== "") send({ certificationId, reason: reason.trim() });
            }}
          >
            {say.issue}
          </Button>
        </>
      }
    >
      <p>{say.exceptionLead}</p>
      <SelectField
        label={say.which}
        options={[{ value: "", label: say.choose }, ...options]}
        value={certificationId}
        error={isChecked && certificationId === "" ? say.whichMissing : undefined}
        onChange={({ target }) => setCertification(target.value)}
      />
      <Reason value={reason} onChange={setReason} isMissing={isChecked && isSilent} />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

function Reason({ value, onChange, isMissing }: { value: string; onChange: (text: string) => void; isMissing: boolean }) {
  return (
    <TextArea
      label={say.reason}
      hint={say.reasonHint}
      rows={3}
      maxLength={2_000}
      value={value}
      error={isMissing ? say.reasonMissing : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
