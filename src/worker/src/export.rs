//! Files made of an assessment: which writer, which name.

use assess::{Assessment, House};
use domain::{Language, NaiveDate, UnitIndex};
use protocol::ExportFormat;
