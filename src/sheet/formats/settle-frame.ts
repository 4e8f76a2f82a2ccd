import type { BookPlan } from '../book-plan.ts';
import { partText } from './draw-frame.ts';
import type { Frame } from './frame-shelf.ts';
import type { GeneralPlan } from './general-plan.ts';
import { writeNotes } from './write-notes.ts';

/** The frame of one book, out of that which it has in common with others. */
export function settleFrame(frame: Frame, plan: BookPlan, { places }: GeneralPlan): Frame {
  const parts = new Map(frame.parts);
  const put = (name: string, text: string): void => void parts.set(name, Buffer.from(text));
  for (const { part, standIn, text } of places)
    put(
      part,
      partText({ parts }, part).replaceAll(standIn, () => text),
    );
  for (const [index, sheet] of plan.sheets.entries()) {
    const [comments, drawing] = [`xl/comments${index + 1}.xml`, `xl/drawings/vmlDrawing${index + 1}.vml`];
    if (!parts.has(comments)) continue;
    const notes = writeNotes({ comments: partText(frame, comments), drawing: partText(frame, drawing) }, sheet);
    put(comments, notes.comments);
    put(drawing, notes.drawing);
  }
  return { ...frame, parts };
}
