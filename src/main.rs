//! The command line: files or standard input to reports.
//!
//! Enters: arguments and texts. Leaves: reports on standard output, errors on standard error, and an exit status:
//! 0 all done, 1 some input could not be read, 2 the arguments were wrong.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
