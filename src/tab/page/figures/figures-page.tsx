import { ForThose } from '../sign-in.tsx';

export default function FiguresPage() {
  return (
    <>
      <ForThose page="figures" title="Figures">
        <p />
      </ForThose>
    </>
  );
}
