//! A register of members as a table (CSV), the way a spreadsheet writes it.
