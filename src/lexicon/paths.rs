//! Makes the enum of cues from one list of names and paths, so that neither can be without the other.
//!
//! Enters: the list in `cue.rs`. Leaves: the enum and the way from a path to a cue and back. Knows no language.

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $path:literal,)*) => {
        /// What a phrase of a language file is used for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Cue { $($(#[$doc])* $name,)* }

        impl Cue {
            /// All cues, in order.
            pub const ALL: &'static [Cue] = &[$(Cue::$name),*];
            /// How many cues there are; `cue as usize` is below it.
            pub const COUNT: usize = Cue::ALL.len();

            /// The cue whose phrases stand at this path of the language files.
            pub fn from_path(path: &str) -> Option<Cue> {
                match path { $($path => Some(Cue::$name),)* _ => None }
            }

            /// The path in the language files.
            pub fn path(self) -> &'static str {
                match self { $(Cue::$name => $path,)* }
            }
        }
    };
}
pub(super) use cues;
