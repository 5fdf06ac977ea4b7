import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

/// Finding territories over the knowledge of the checkout.
struct TerritoryFinderTests {
  static let knowledge = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: TestFiles.root + "/Knowledge"))
  }
  static let index = Result { try knowledge.get().territoryIndex }

  @Test(
    arguments: [
      // Codes.
      ("FR", "FR"), ("fra", "FR"), ("250", "FR"), ("ir", "IR"), ("PRK", "KP"), ("XK", "XK"),
      ("UA-CRIMEA", "UA-CRIMEA"), ("de", "DE"), ("in", "IN"), ("408", "KP"),
      // English, French, native and other names.
      ("France", "FR"), ("Germany", "DE"), ("Allemagne", "DE"), ("Deutschland", "DE"),
      ("ALLEMAGNE", "DE"), ("Iran", "IR"), ("ایران", "IR"), ("ايران", "IR"), ("Иран", "IR"),
      ("伊朗", "IR"), ("이란", "IR"), ("イラン", "IR"), ("Россия", "RU"), ("Russie", "RU"),
      ("Rusia", "RU"), ("Russland", "RU"), ("俄罗斯", "RU"), ("روسيا", "RU"), ("Беларусь", "BY"),
      ("Bélarus", "BY"), ("Кыргызстан", "KG"), ("Казахстан", "KZ"), ("Қазақстан", "KZ"),
      ("Türkiye", "TR"), ("TURKIYE", "TR"), ("Turquie", "TR"), ("Turkey", "TR"), ("中国", "CN"),
      ("中國", "CN"), ("Chine", "CN"), ("China", "CN"), ("Ελλάδα", "GR"), ("საქართველო", "GE"),
      ("Հայաստան", "AM"), ("الإمارات العربية المتحدة", "AE"), ("Émirats arabes unis", "AE"),
      ("Emirats Arabes Unis", "AE"), ("United Arab Emirates", "AE"), ("UAE", "AE"),
      ("U.A.E.", "AE"),
      ("عمان", "OM"), ("سوريا", "SY"), ("Syrie", "SY"), ("Syrian Arab Republic", "SY"),
      ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"), ("Ivory Coast", "CI"), ("Österreich", "AT"),
      ("Oesterreich?", nil), ("Schweiz", "CH"), ("Suisse", "CH"), ("Ísland", "IS"),
      ("España", "ES"),
      ("ประเทศไทย", "TH"), ("ไทย", "TH"), ("Việt Nam", "VN"), ("Vietnam", "VN"), ("ישראל", "IL"),
      // Formal names and articles.
      ("Islamic Republic of Iran", "IR"), ("Iran (Islamic Republic of)", "IR"),
      ("the Gambia", "GM"), ("Gambia (the)", "GM"), ("la France", "FR"), ("les Pays-Bas", "NL"),
      ("Russian Federation", "RU"), ("la Fédération de Russie", "RU"),
      ("People's Republic of China", "CN"), ("Republic of China", "TW"),
      ("Taiwan, Province of China", "TW"), ("Bosnia and Herzegovina", "BA"),
      // Families of names.
      ("Niger", "NE"), ("Nigeria", "NG"), ("Guinea", "GN"), ("Guinea-Bissau", "GW"),
      ("Equatorial Guinea", "GQ"), ("Papua New Guinea", "PG"), ("Guinée", "GN"),
      ("Guinée équatoriale", "GQ"), ("North Korea", "KP"), ("South Korea", "KR"),
      ("Republic of Korea", "KR"), ("Democratic People's Republic of Korea", "KP"),
      ("Korea, Republic of", "KR"), ("Korea (North)", "KP"), ("DPR Korea", "KP"),
      ("Corée du Nord", "KP"), ("Corée du Sud", "KR"), ("북한", "KP"), ("대한민국", "KR"),
      ("朝鲜", "KP"), ("КНДР", "KP"), ("Dominica", "DM"), ("Dominican Republic", "DO"),
      ("Sudan", "SD"), ("South Sudan", "SS"), ("Samoa", "WS"), ("American Samoa", "AS"),
      ("Democratic Republic of the Congo", "CD"), ("Republic of the Congo", "CG"),
      // Historical names and demonyms.
      ("Burma", "MM"), ("Birmanie", "MM"), ("Zaire", "CD"), ("Ceylon", "LK"), ("Persia", "IR"),
      ("Haute-Volta", "BF"), ("Swaziland", "SZ"), ("Rhodesia", "ZW"), ("East Germany", "DE"),
      ("Iranian", "IR"), ("iranienne", "IR"), ("Iranians", "IR"), ("French", "FR"), ("Russe", "RU"),
      ("Nigérien", "NE"), ("Chinois", "CN"), ("Nord-coréen", "KP"), ("Turkish", "TR"),
      // Regions.
      ("Crimea", "UA-CRIMEA"), ("Crimée", "UA-CRIMEA"), ("Республика Крым", "UA-CRIMEA"),
      ("ДНР", "UA-DNR"), ("Donetsk People's Republic", "UA-DNR"),
      ("soi-disant République populaire de Louhansk", "UA-LNR"), ("LNR", "UA-LNR"),
      // Nothing.
      ("", nil), ("nowhere", nil), ("???", nil), ("1234567", nil), ("The", nil),
    ] as [(String, String?)])
  func `finds a territory by what a field holds`(text: String, code: String?) throws {
    #expect(try Self.index.get().find(text)?.territory.id.code == code)
  }

  @Test(
    arguments: [
      ("ul. Lenina 5, Sevastopol, Crimea", "UA-CRIMEA"), ("ул. Ленина 5, Севастополь", "UA-CRIMEA"),
      ("г. Симферополь, Республика Крым, Россия", "UA-CRIMEA"),
      ("Sevastopol, Russia", "UA-CRIMEA"), ("Yalta, Ukraine", "UA-CRIMEA"),
      ("Simferopol, Crimea, Russian Federation", "UA-CRIMEA"),
      ("пр. Ильича 3, Донецк, ДНР", "UA-DNR"), ("Lugansk, LPR", "UA-LNR"),
      ("Artema 74, Donetsk, Ukraine", "UA-DNR"), ("克里米亚 塞瓦斯托波尔", "UA-CRIMEA"),
      ("Sevastopol Street 5, Kyiv, Ukraine", "UA"), ("Khreshchatyk 1, Kyiv, Ukraine", "UA"),
      ("Atlanta, Georgia, USA", "US"), ("Georgia, USA", "US"),
      ("Savannah, Georgia 31401, USA", "US"),
      ("Atlanta, GA 30301", "US"), ("12 Rustaveli Ave, Tbilisi, Georgia", "GE"),
      ("Georgia, Tbilisi", "GE"), ("Wilmington, DE 19801", "US"), ("10115 Berlin, DE", "DE"),
      ("Albuquerque, New Mexico, USA", "US"), ("Mexico City, Mexico", "MX"),
      ("Albuquerque, New Mexico", "US"), ("Newark, New Jersey", "US"), ("St Helier, Jersey", "JE"),
      ("Lebanon, Pennsylvania", "US"), ("Beirut, Lebanon", "LB"), ("Peru, Indiana", "US"),
      ("تهران، خیابان آزادی، ایران", "IR"), ("خیابان ولیعصر، تهران", "IR"), ("Tehran", "IR"),
      ("شارع الشيخ زايد، دبي، الإمارات العربية المتحدة", "AE"),
      ("Office 2207, Al Ramool Tower, Dubai", "AE"),
      ("Jebel Ali Free Zone, PO Box 1", "AE"), ("DMCC, Jumeirah Lakes Towers", "AE"),
      ("中国广东省深圳市南山区", "CN"), ("北京市朝阳区", "CN"), ("香港九龍", "HK"), ("香港特别行政区 九龙", "HK"),
      ("東京都千代田区、日本", "JP"), ("서울특별시 강남구 대한민국", "KR"), ("평양시, 조선", "KP"),
      ("Unit 5, Hong Kong, China", "HK"), ("Taipei, Taiwan, China", "TW"), ("Macau, China", "MO"),
      ("Москва, ул. Тверская 1", "RU"), ("119121 Москва, Россия", "RU"), ("Минск, Беларусь", "BY"),
      ("Moscow Road 5, London, United Kingdom", "GB"), ("India House, London, UK", "GB"),
      ("12 rue de Tunisie, 69002 Lyon, France", "FR"), ("avenue d'Italie, Paris, France", "FR"),
      ("Belfast, Northern Ireland", "GB"), ("Dublin, Ireland", "IE"),
      ("Pointe-à-Pitre, Guadeloupe, France", "GP"), ("San Juan, Puerto Rico, USA", "PR"),
      ("D-10115 Berlin, Germany", "DE"), ("CH-8001 Zürich", "CH"), ("LT-01100 Vilnius", "LT"),
      ("Kinshasa, Democratic Republic of the Congo", "CD"), ("Niamey, Niger", "NE"),
      ("Abuja, Nigeria", "NG"), ("Minna, Niger State, Nigeria", "NG"),
      ("Malabo, Equatorial Guinea", "GQ"),
      ("Pyongyang, DPRK", "KP"), ("Seoul, Republic of Korea", "KR"), ("Tehran, IRN", "IR"),
      ("Almaty, Kazakhstan", "KZ"), ("ул. Фучика 96, Бишкек, Кыргызстан", "KG"),
      ("Famagusta, Northern Cyprus", "CY-NORTH"), ("Sukhumi, Abkhazia", "GE-ABKHAZIA"),
      ("Tiraspol, Moldova", "MD-TRANSNISTRIA"), ("Nicosia, Cyprus", "CY"),
      ("İstanbul, Türkiye", "TR"), ("Atatürk Cad. 5, Mersin, TÜRKİYE", "TR"),
      ("Nguyen Duc Anh, Hanoi, Vietnam", "VN"), ("Mali Lošinj, Croatia", "HR"),
      ("Incheon\nRepublic of Korea", "KR"), ("Sohar Industrial Port, Oman", "OM"),
      ("Sydney, New South Wales, Australia", "AU"), ("Cardiff, Wales, UK", "GB"),
      ("Sohar, Gulf of Oman", nil), ("we sell guinea pigs to us", nil), ("room 5", nil),
      ("Schiphol, the Netherlands", "NL"), ("Port Moresby, Papua New Guinea", "PG"),
      ("ТЕГЕРАН, ИРАН", "IR"), ("Ul. Kubinska 4, Praha, Czech Republic", "CZ"),
      ("Ciudad de Panamá, Panamá", "PA"), ("Colón Free Zone", "PA"),
    ] as [(String, String?)])
  func `finds the territory of an address`(text: String, code: String?) throws {
    #expect(try Self.index.get().find(inAddress: text)?.territory.id.code == code)
  }

  @Test func `Korea alone is ambiguous, and so is a code of two meanings`() throws {
    let index = try Self.index.get()
    let korea = try #require(index.find("Korea"))
    #expect(Set([korea.territory.id.code] + korea.alternatives.map(\.id.code)) == ["KP", "KR"])
    #expect(try #require(index.find("North Korea")).isAmbiguous == false)
    let code = try #require(index.find(inAddress: "Wilmington, DE"))
    #expect(Set([code.territory.id.code] + code.alternatives.map(\.id.code)) == ["DE", "US"])
    let congo = try #require(index.find("Congo"))
    #expect(Set([congo.territory.id.code] + congo.alternatives.map(\.id.code)) == ["CD", "CG"])
    #expect(index.find("USSR")?.isAmbiguous == true)
  }

  @Test func `says what matched and how`() throws {
    let index = try Self.index.get()
    let crimea = try #require(index.find(inAddress: "ul. Lenina 5, Sevastopol, Ukraine"))
    #expect(crimea.matchedText == "Sevastopol")
    #expect(crimea.means == .place)
    #expect(crimea.territory.parent?.code == "UA")
    #expect(crimea.territory.sources == ["ear-738-s1"])
    #expect(index.find("Ceylon")?.means == .historical)
    #expect(index.find("FRA")?.means == .code)
    #expect(index.find("Iranian")?.means == .demonym)
    #expect(index.find(inAddress: "Iranian goods, Iranian street") == nil)
  }

  @Test func `a region by name is settled, a town of one may be elsewhere`() throws {
    let index = try Self.index.get()
    let named = try #require(index.find(inAddress: "Симферополь, Республика Крым, Россия"))
    #expect(named.territory.id.code == "UA-CRIMEA")
    #expect(!named.isAmbiguous)
    let town = try #require(index.find(inAddress: "Donetsk, Rostov Oblast, Russia"))
    #expect(town.territory.id.code == "UA-DNR")
    #expect(town.alternatives.map(\.id.code) == ["RU"])
  }

  @Test func `takes the country field of an address, but a region of the text before it`() throws {
    let index = try Self.index.get()
    #expect(index.find(in: Address(city: "Paris", country: "de"))?.territory.id.code == "DE")
    #expect(
      index.find(in: Address(city: "Севастополь", country: "Россия"))?.territory.id.code
        == "UA-CRIMEA")
    #expect(index.find(in: Address(city: "Hong Kong", country: "CN"))?.territory.id.code == "HK")
    #expect(index.find(in: Address(city: "Lyon"))?.territory.id.code == "FR")
  }

  @Test func `finds every territory by its own codes and names`() throws {
    let index = try Self.index.get()
    #expect(index.territories.count == 257)
    for territory in index.territories {
      for code in [territory.id.code, territory.alpha3, territory.numeric].compactMap(\.self) {
        #expect(index.territory(code: code)?.id == territory.id)
      }
      for name in [territory.name.en, territory.name.fr] {
        #expect(index.find(name)?.territory.id == territory.id, "\(name)")
      }
    }
  }

  @Test func `mentions stand in order and do not overlap`() throws {
    let text = "from Lyon, France via Mersin, Türkiye to Tehran, Iran and Guinea-Bissau"
    let mentions = try Self.index.get().mentions(in: text)
    #expect(mentions.map(\.finding.territory.id.code).contains("GW"))
    #expect(!mentions.map(\.finding.territory.id.code).contains("GN"))
    for (first, second) in zip(mentions, mentions.dropFirst()) {
      #expect(first.range.upperBound <= second.range.lowerBound)
    }
  }

  @Test func `unverified names steer and are never cited`() throws {
    let index = try Self.index.get()
    #expect(try #require(index.find("UAE")?.name).isVerified == false)
    #expect(try #require(index.find("Iran")?.name).isVerified)
    #expect(index[TerritoryID("GE-ABKHAZIA")]?.sources.isEmpty == true)
  }

  @Test func `groups and chart carry their sources`() throws {
    let knowledge = try Self.knowledge.get()
    let iran = knowledge.territoryGroups(of: TerritoryID("IR"))
    #expect(iran.map(\.code).contains("EAR-D:4"))
    #expect(iran.allSatisfy { !$0.citations.ids.isEmpty })
    #expect(knowledge.countryChartMarks(of: TerritoryID("IR")) == [])
    #expect(knowledge.countryChartMarks(of: TerritoryID("FR"))?.contains("ns2") == false)
    #expect(knowledge.countryChartMarks(of: TerritoryID("FR"))?.contains("cb1") == true)
    #expect(knowledge.countryChartMarks(of: TerritoryID("UA-CRIMEA")) == nil)
  }

  @Test func `strange texts are searched without a trap`() throws {
    let index = try Self.index.get()
    for text in [
      "\u{200F}ایران\u{200E}", "I\u{307}ran", "\u{301}", "Iran\u{0}", "🇮🇷", "ＩＲＡＮ", "I R A N",
      String(repeating: "Iran ", count: 2000), String(repeating: "中国", count: 500), ",;:/",
    ] {
      _ = index.find(text)
      _ = index.mentions(in: text)
    }
    #expect(index.find("\u{200F}ایران\u{200E}")?.territory.id.code == "IR")
    #expect(index.find("ＩＲＡＮ")?.territory.id.code == "IR")
    #expect(index.find("Cote d\u{2019}Ivoire")?.territory.id.code == "CI")
    // The same letters, composed and taken apart.
    #expect(index.find("Coree du Nord")?.territory.id.code == "KP")
    #expect(index.find("Core\u{301}e du Nord")?.territory.id.code == "KP")
  }
}
