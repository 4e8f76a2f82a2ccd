const PEOPLES =
  '(?:[藏羌彝苗回白傣壮侗蒙满瑶黎畲水佤怒]族|土家族|土族|布依族|哈尼族|傈僳族|景颇族|拉祜族|仫佬族|仡佬族|毛南族|独龙族|纳西族|布朗族|普米族|朝鲜族|裕固族|东乡族|保安族|撒拉族|蒙古族?|哈萨克族?|柯尔克孜族?|锡伯族?|塔吉克族?|达斡尔族|鄂温克族|各族)';
const AUTONOMOUS = new RegExp(`^(.{2,}?)${PEOPLES}+自治([州县旗])$`, 'u');

/** An autonomous prefecture or county as everybody calls it (凉山彝族自治州 → 凉山州); undefined for any other division. */
export function plainDivisionName(name: string): string | undefined {
  const parts = AUTONOMOUS.exec(name);
  return parts ? `${parts[1] ?? ''}${parts[2] ?? ''}` : undefined;
}
