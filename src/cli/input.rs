//! Files and standard input.

use article_analyser::LONGEST_INPUT;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Opens a file, or standard input for `-`. The error names the file.
pub fn open(name: &OsStr) -> Result<Box<dyn BufRead + Send>, String> {
    if name == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    match File::open(name) {
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(error) => Err(format!("{}: {error}", name.display())),
    }
}

/// Whether a file's name says that it is a web page.
pub fn is_page(name: &OsStr) -> bool {
    let extension = Path::new(name).extension().and_then(OsStr::to_str);
    extension.is_some_and(|e| ["html", "htm", "xhtml"].iter().any(|page| e.eq_ignore_ascii_case(page)))
}

/// The text of a file. The error names the file, what is wrong and what to do.
pub fn read(name: &OsStr) -> Result<String, String> {
    let mut bytes = Vec::new();
    let limit = LONGEST_INPUT as u64 + 1;
    let fail = |what: String| format!("{}: {what}", name.display());
    open(name)?.take(limit).read_to_end(&mut bytes).map_err(|e| fail(e.to_string()))?;
    if bytes.len() > LONGEST_INPUT {
        return Err(fail(format!("longer than {} MiB; analyse it in parts", LONGEST_INPUT >> 20)));
    }
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        fail(format!("not UTF-8 at byte {at}; save it as UTF-8, or convert it with iconv"))
    })
}
