//! The districts and communes of Kiên Giang in 2024, from the shipped roster.

/// A commune.
#[derive(Clone, Debug)]
pub(crate) struct Commune {
    /// With its type word: "Xã Vĩnh Hòa Hiệp".
    pub(crate) name: String,
}

/// A district with its communes.
#[derive(Clone, Debug)]
pub(crate) struct District {
    pub(crate) name: String,
    pub(crate) communes: Vec<Commune>,
}

/// The province.
pub(crate) struct Roster {
    pub(crate) districts: Vec<District>,
}

impl Roster {
    pub(crate) fn shipped() -> Self {
        let csv = include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv");
        let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let named = |kind: &str, parent: Option<&str>| -> Vec<(String, String)> {
            let fits =
                |row: &&Vec<&str>| row.get(2) == Some(&kind) && parent.is_none_or(|parent| row.get(3) == Some(&parent));
            let id_and_name = |row: &Vec<&str>| Some((row.first()?.to_string(), row.get(1)?.to_string()));
            rows.iter().filter(fits).filter_map(id_and_name).collect()
        };
        let districts = named("district", None)
            .into_iter()
            .map(|(id, name)| District {
                name,
                communes: named("commune", Some(&id)).into_iter().map(|(_, name)| Commune { name }).collect(),
            })
            .collect();
        Self { districts }
    }
}

/// A name without its type word: "Vĩnh Hòa Hiệp", "Rạch Giá".
pub(crate) fn bare(name: &str) -> &str {
    ["Thị trấn ", "Thành phố ", "Phường ", "Huyện ", "Xã "]
        .iter()
        .find_map(|word| name.strip_prefix(word))
        .unwrap_or(name)
}
