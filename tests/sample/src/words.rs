//! Titles, forms, channels, offices: the words that samples are made of.

pub(crate) const NEWS_TITLES: [&str; 14] = [
    "Quyền bình đẳng của phụ nữ trong gia đình",
    "Điểm mới của Luật Phòng, chống bạo lực gia đình",
    "Chia sẻ việc nhà, gắn kết yêu thương",
    "Phòng, chống mua bán người",
    "Bình đẳng giới trong lĩnh vực lao động",
    "Gương phụ nữ làm kinh tế giỏi",
    "Nam giới nói không với bạo lực",
    "Không lựa chọn giới tính thai nhi",
    "Kỹ năng bảo vệ trẻ em gái trên môi trường mạng",
    "Bình đẳng giới trong gia đình trẻ",
    "Luật Bình đẳng giới: những điều cần biết",
    "Phụ nữ tham gia quản lý xã hội",
    "Xóa bỏ định kiến giới",
    "Hôn nhân tự nguyện, tiến bộ",
];
pub(crate) const NEWS_KINDS: [&str; 8] = ["Tin", "Bài", "Tin", "Bài", "Tin, bài", "Bài viết", "Phóng sự", "Chuyên mục"];
pub(crate) const NEWS_CHANNELS: [&str; 7] = [
    "Đài truyền thanh xã",
    "Đài truyền thanh xã",
    "Trang thông tin điện tử",
    "Zalo OA",
    "Bảng tin công cộng",
    "Cổng thông tin điện tử",
    "Bản tin",
];
pub(crate) const EVENT_TITLES: [&str; 12] = [
    "Tuyên truyền Luật Bình đẳng giới",
    "Luật Phòng, chống bạo lực gia đình năm 2022",
    "Kỹ năng ứng phó với bạo lực trên cơ sở giới",
    "Bình đẳng giới trong gia đình",
    "Phòng, chống xâm hại phụ nữ và trẻ em",
    "Vai trò của nam giới trong thực hiện bình đẳng giới",
    "Lồng ghép giới trong công tác cán bộ",
    "Phòng, chống tảo hôn",
    "Xây dựng gia đình hạnh phúc",
    "Định kiến giới và cách vượt qua",
    "An toàn cho phụ nữ, trẻ em gái",
    "Bình đẳng giới và vì sự tiến bộ của phụ nữ",
];
pub(crate) const EVENT_KINDS: [&str; 8] = [
    "Hội nghị",
    "Hội nghị",
    "Tọa đàm",
    "Tập huấn",
    "Nói chuyện chuyên đề",
    "Sinh hoạt",
    "Hội thi",
    "Buổi truyền thông",
];
pub(crate) const HAMLETS: [&str; 12] = [
    "Hòa Bình",
    "Thạnh Lợi",
    "Vĩnh Phước",
    "Minh Thành",
    "Kinh 4",
    "Tân Điền",
    "Xẻo Bần",
    "Hòa Hưng",
    "Đập Đá",
    "Thạnh Trung",
    "An Phú",
    "Kinh Mới",
];
pub(crate) const WARD_QUARTERS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
pub(crate) const AGENCIES: [&str; 14] = [
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Tư pháp",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Thông tin và Truyền thông",
    "Sở Văn hóa và Thể thao",
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Ngoại vụ",
    "Sở Du lịch",
    "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Ban Dân tộc tỉnh",
    "Thanh tra tỉnh",
];
pub(crate) const UNIONS: [&str; 5] = [
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Hội Nông dân tỉnh",
    "Đoàn Thanh niên tỉnh",
    "Liên đoàn Lao động tỉnh",
    "Hội Cựu chiến binh tỉnh",
];
