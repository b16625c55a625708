/** A reference and a receipt code as they stand on the receipt, anywhere in what was said. */
export const referenceIn = /\b[A-Z]{3}-[0-9A-Z]{5}-[0-9A-Z]{5}\b/i;
export const codeIn = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/i;
