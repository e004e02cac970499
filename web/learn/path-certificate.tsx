import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { certificateWords } from "../strings/en-certificates.ts";
import { learn } from "../strings/en-learn.ts";
import { Icon } from "../ui/icon.tsx";
import { heldCertificate } from "./held-certificate.ts";
import { certificatesQuery } from "./queries.ts";
import "./read-again.css";

const say = certificateWords.path;

function useHeldCertificate() {
  const { data } = useQuery(certificatesQuery);
  return data && heldCertificate(data.certificates);
}

/** Says by when a certificate is to be renewed, from the day its window opens. */
export function RenewalPanel() {
  const held = useHeldCertificate();
  if (held?.status !== "renewalDue") return null;
  return (
    <section className="learn-again no-print" aria-labelledby="learn-renewal-title">
      <h2 id="learn-renewal-title">
        <Icon name="calendar" />
        {say.lapses(held.expiresOn)}
      </h2>
      <p>{say.renewal}</p>
      <Link to="/certificates">{say.whatToDo}</Link>
    </section>
  );
}

/** The end of the thread for someone who has completed something: how far the certificate is, or that it is in force. */
export function CertificateGoal() {
  const held = useHeldCertificate();
  return (
    <>
      <Link to="/certificates" className="learn-step-title">
        {held ? say.inForce : learn.myPath.goal}
      </Link>
      <p className="quiet small">{held ? say.until(held.expiresOn) : learn.myPath.goalText}</p>
    </>
  );
}
