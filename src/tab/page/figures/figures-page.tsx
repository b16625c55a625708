import { ForThose } from '../sign-in.tsx';

export default function FiguresPage() {
  return (
    <>
      <h1 tabIndex={-1}>Figures</h1>
      <ForThose page="figures">
        <p />
      </ForThose>
    </>
  );
}
