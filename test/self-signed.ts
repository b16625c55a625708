import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate of one's own with its private key, made on the spot: no key lies in the repository. */
export interface SelfSigned {
  readonly certificate: string;
  readonly privateKey: string;
}

export function selfSigned(validTo = new Date('2036-01-01T00:00:00Z')): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = certificateOf(publicKey, privateKey, validTo);
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** X.509 version 1, RSA with SHA-256, as little as a certificate can be (RFC 5280, section 4.1). */
function certificateOf(publicKey: KeyObject, privateKey: KeyObject, validTo: Date): Buffer {
  const algorithm = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'));
  const commonName = sequence(Buffer.from('0603550403', 'hex'), node(0x0c, Buffer.from('bot.example.org')));
  const name = sequence(node(0x31, commonName));
  const body = sequence(
    ...[node(0x02, Buffer.from([1])), algorithm, name],
    sequence(time(new Date('2026-01-01T00:00:00Z')), time(validTo)),
    ...[name, publicKey.export({ type: 'spki', format: 'der' })],
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  return sequence(body, algorithm, node(0x03, signature));
}

const sequence = (...parts: readonly Buffer[]): Buffer => node(0x30, Buffer.concat(parts));

const time = (at: Date): Buffer =>
  node(0x17, Buffer.from(at.toISOString().slice(2, 19).replace(/[-T:]/g, '').concat('Z')));

function node(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
