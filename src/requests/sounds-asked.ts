/** Only what reads like a question is kept for the policy owner: a pasted draft or a cry for help never is. */
export function soundsAsked(text: string): boolean {
  if (text.length > longestKept) return false;
  return (
    /\?\s*$/.test(text) ||
    /^\s*(?:who|what|which|when|where|why|how|can|could|may|might|must|should|shall|do|does|did|is|are|am|was|will|would|have|has)\b/i.test(
      text,
    )
  );
}

const longestKept = 300;
