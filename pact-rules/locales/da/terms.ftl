# Kommissoriet selv.
