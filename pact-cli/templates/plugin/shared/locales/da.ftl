# Hvad pluginet siger. Koden nævner en besked og giver den værdier; ingen sætning står i koden.

no-owner = målet { $objective } har ingen ejer
no-owner-help = skriv under `owner`, hvem der svarer for det

# Hvad der ses på et sted.
has-owner = har en ejer
