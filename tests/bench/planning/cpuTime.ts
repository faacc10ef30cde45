/**
 * Milliseconds of processor time of all threads of this process, and what the work gave: gpmetis' timer counts processor
 * time too, and on a busy machine nothing else can be compared.
 */
export function cpuTimed<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, milliseconds: (user + system) / 1000 };
}
