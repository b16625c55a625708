/** A trained scorer of token lists: hashed features times weights. See `train/` for how one is made. */
export interface LinearModel {
  /** Weight of each hashed feature, already scaled. */
  readonly weights: Float32Array;
  readonly bias: number;
}
