/** Three-digit segments that operators give to telephones; 14x and 19x others serve data cards and machines. */
const ASSIGNED: ReadonlySet<string> = new Set(
  [
    '130 131 132 133 134 135 136 137 138 139 145 147 150 151 152 153 155 156 157 158 159 161 162 165 166 167',
    '170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189',
    '190 191 192 193 195 196 197 198 199',
  ].flatMap((line) => line.split(' ')),
);

/** True when the first three digits are a segment of telephones. */
export function isAssignedSegment(mobile: string): boolean {
  return ASSIGNED.has(mobile.slice(0, 3));
}
