"""Makers whose product names are often told without a verb of making: cars, phones, chips, household electronics.

Public brand names in lower case; a product headline that opens with one of them belongs to that maker.
"""

MAKERS = frozenset(
    """apple|google|microsoft|amazon|meta|samsung|sony|lg|xiaomi|redmi|poco|oppo|vivo|oneplus|realme|nothing|motorola|nokia|honor|huawei|asus|acer|lenovo|dell|hp|intel|amd|nvidia|qualcomm|mediatek|
    infinix|tecno|iqoo|lava|itel|hmd|panasonic|philips|bosch|dyson|gopro|dji|garmin|fitbit|bose|jbl|sennheiser|sonos|logitech|razer|msi|gigabyte|nintendo|canon|nikon|fujifilm|leica|
    toyota|honda|nissan|mazda|subaru|suzuki|maruti
    suzuki|maruti|mitsubishi|hyundai|kia|genesis|tata|mahindra|mg|skoda|volkswagen|vw|audi|porsche|bmw|mercedes-benz|mercedes|mini|volvo|polestar|renault|peugeot|
    citroën|citroen|opel|fiat|jeep|ford|chevrolet|cadillac|gmc|tesla|rivian|lucid|byd|nio|xpeng|zeekr|geely|vinfast|ferrari|lamborghini|maserati|bugatti|mclaren|bentley|rolls-royce|aston
    martin|jaguar|land rover| lexus|acura|infiniti|royal
    enfield|tvs|bajaj|hero|yamaha|kawasaki|ktm|ducati|triumph|harley-davidson|ather|ola
    electric|ultraviolette|whatsapp|instagram|openai|anthropic|spotify|netflix|adobe|isuzu|togg|dacia|seat|cupra|alpine|
    roborock|ecovacs|anker|soundcore|ugreen|tp-link|ubiquiti|raspberry pi|sonos|rokid|xreal|boat|noise|beats""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
