//! Empty: this package exists for its dependencies, which `training language` reads as data.
