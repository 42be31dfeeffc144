# Elementer: hvad der skal gøres.

uncovered-element-help = nævn det under `covers` dér, hvor forslaget tager det op, eller begrund under `explanations`, hvorfor det ikke er med
missing-level-help = lad en indsats nå ud til det (`reaches`), eller begrund under `explanations`, hvorfor det er udeladt
uncovered-part-help = nævn delen under `covers` dér, hvor forslaget tager den op, eller begrund under `explanations`, hvorfor den ikke er med
partnership-without-area-help = find en part derfra, og nævn den under `partners`; hører en af parterne allerede til området, så skriv det under `policy-area` på aktøren eller dens kategori
one-sided-partnership-help = find en part af den slags, og nævn den under `partners`
