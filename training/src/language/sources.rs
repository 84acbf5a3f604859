//! Where the text statistics lie.
//!
//! Enters: the pinned package `training/sources`. Leaves: the folder of each language model of lingua, where cargo
//! keeps it. Knows nothing of what is in them.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package that pins the models.
const MANIFEST: &str = "training/sources/Cargo.toml";

/// The folder of each model by the English name of its language in small letters, fetched where it is missing.
pub fn models() -> Result<BTreeMap<String, PathBuf>, Box<dyn Error>> {
    let out = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path", MANIFEST])
        .output()
        .map_err(|e| format!("cargo metadata: {e}"))?;
    if !out.status.success() {
        return Err(format!("cargo metadata for {MANIFEST}: {}", String::from_utf8_lossy(&out.stderr)).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let folder = |package: &serde_json::Value| {
        let name = package["name"].as_str()?.strip_prefix("lingua-")?.strip_suffix("-language-model")?;
        Some((name.to_string(), Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf()))
    };
    Ok(packages.iter().filter_map(folder).collect())
}
