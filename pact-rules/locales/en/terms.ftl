# The terms themselves.
