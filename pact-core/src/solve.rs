//! Problems solved by themselves: they know nothing of graphs, documents or clauses.
//!
//! What is asked is numbered from 0 and handed over; what comes back is numbered the same way. So an algorithm can be
//! held against a brute force, and whoever asks says what the numbers stand for.

pub mod counting;
pub mod seating;
pub mod tally;
