# Forklaringer, erklæringer, dispensationer.
