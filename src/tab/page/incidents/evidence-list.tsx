import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { IncidentView } from '../../../casework/incident-view.ts';
import type { Evidence } from '../../../incidents/incident.ts';
import type { RefusalView } from '../../wire.ts';
import { useTab } from '../context.ts';
import { Refusal } from '../refusal.tsx';

/** The files of an incident. Opening one is an audited read, so each is fetched when it is asked for. */
export function EvidenceList({ incident }: { readonly incident: IncidentView }) {
  return (
    <section aria-labelledby="evidence" className="panel">
      <h2 id="evidence">Evidence</h2>
      {incident.evidence.length === 0 && <p>No files were added.</p>}
      <ul className="evidence">
        {incident.evidence.map((evidence) => (
          <li key={evidence.id}>
            <EvidenceView reference={incident.reference} evidence={evidence} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function EvidenceView({ reference, evidence }: { readonly reference: string; readonly evidence: Evidence }) {
  const { session, announce } = useTab();
  const [address, setAddress] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  useEffect(() => () => void (address !== null && URL.revokeObjectURL(address)), [address]);
  const open = async () => {
    const reply = await session.api.file(
      `incidents/${encodeURIComponent(reference)}/evidence/${encodeURIComponent(evidence.id)}`,
    );
    if (!reply.ok) return setRefusal(reply.refusal);
    setRefusal(null);
    if (evidence.type === 'text/plain') setText(await reply.value.text());
    setAddress(URL.createObjectURL(reply.value));
    announce(`${evidence.name} is shown below its name.`);
  };
  return (
    <>
      <p>
        <strong>{evidence.name}</strong> {sizeOf(evidence.size)}
        <small className="hash">SHA-256 {evidence.sha256}</small>
      </p>
      {refusal !== null && <Refusal refusal={refusal} />}
      {address === null ? (
        <Button size="small" onClick={() => void open()} aria-label={`Open ${evidence.name}`}>
          Open
        </Button>
      ) : (
        <>
          <Shown type={evidence.type} name={evidence.name} address={address} text={text} />
          <p className="actions">
            <a href={address} download={evidence.name}>
              Save a copy of {evidence.name}
            </a>
            <Button size="small" onClick={() => setAddress(null)} aria-label={`Close ${evidence.name}`}>
              Close
            </Button>
          </p>
        </>
      )}
    </>
  );
}

interface ShownProps {
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly text: string;
}

/** Pictures, recordings and plain text in the page; anything else is for saving. */
function Shown({ type, name, address, text }: ShownProps) {
  if (type.startsWith('image/')) return <img src={address} alt={`Evidence: ${name}`} />;
  // biome-ignore lint/a11y/useMediaCaption: a recording that is evidence has no captions, and none may be made up
  if (type.startsWith('video/')) return <video src={address} controls aria-label={`Evidence: ${name}`} />;
  // biome-ignore lint/a11y/useMediaCaption: the same
  if (type.startsWith('audio/')) return <audio src={address} controls aria-label={`Evidence: ${name}`} />;
  if (type === 'text/plain')
    return (
      <section className="happened text" aria-label={`Evidence: ${name}`}>
        {text}
      </section>
    );
  return <p>This kind of file is not shown here.</p>;
}

function sizeOf(bytes: number): string {
  if (bytes < 10_000) return `(${bytes.toLocaleString('en-GB')} bytes)`;
  return bytes < 1_000_000 ? `(${Math.round(bytes / 1_000)} kB)` : `(${(bytes / 1_000_000).toFixed(1)} MB)`;
}
