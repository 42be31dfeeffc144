# Representation: what to do.

unfilled-seat-help = have a member appointed to it, and add the member
