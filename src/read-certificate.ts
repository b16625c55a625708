import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A certificate with its private key, with which the bot proves itself to Entra. */
export interface Certificate {
  /** Both, as they stand in the file. */
  readonly pem: string;
  readonly privateKey: string;
  /** SHA-1 of the certificate as Entra shows it: 40 hex digits in capitals. */
  readonly thumbprint: string;
  /** ISO. */
  readonly validTo: string;
}

/** The file cannot be used; the message names the setting, and nothing of what stands in the file. */
export class BadCertificate extends Error {
  override readonly name = 'BadCertificate';
}

/** Reads a PEM file that holds the certificate and its unencrypted private key. Throws `BadCertificate`. */
export function readCertificate(path: string, expected: string | null): Certificate {
  const pem = readPem(path);
  const certificate = parse(pem);
  const key = privateKeyOf(pem);
  if (!certificate.checkPrivateKey(key))
    throw new BadCertificate('CLIENT_CERTIFICATE_PATH: the private key is not that of the certificate');
  const thumbprint = certificate.fingerprint.replaceAll(':', '');
  if (expected !== null && expected.replace(/[^0-9a-f]/gi, '').toUpperCase() !== thumbprint)
    throw new BadCertificate('CLIENT_CERTIFICATE_THUMBPRINT is not that of the certificate in CLIENT_CERTIFICATE_PATH');
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { pem, privateKey, thumbprint, validTo: new Date(certificate.validTo).toISOString() };
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadCertificate(`CLIENT_CERTIFICATE_PATH cannot be read (${code})`);
  }
}

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new BadCertificate('CLIENT_CERTIFICATE_PATH holds no certificate in PEM');
  }
}

function privateKeyOf(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new BadCertificate(
      'CLIENT_CERTIFICATE_PATH holds no private key in PEM, or an encrypted one: put it beside the certificate, in clear',
    );
  }
}
