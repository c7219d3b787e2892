"""First names and companies that are known without looking at their shape."""

from __future__ import annotations

from campaigns.story.lexicon import words

FIRST_NAMES = words(
    """Aaron Adam Adrian Aisha Alan Albert Alex Alexander Alexandra Alice Alicia Amanda Amelia Amir Amy Ana Anders
    Andrea Andreas Andrew Angela Anita Anja Anke Anna Anne Annette Anthony Antonio Arjun Arthur Astrid Axel Barbara
    Bastian Ben Benedikt Benjamin Bernd Beth Bettina Birgit Bjorn Björn Bob Boris Brian Brigitte Bruno Carl Carla
    Carlos Carmen Carolin Caroline Catherine Charles Charlotte Chloe Chloé Chris Christa Christian Christiane
    Christina Christine Christoph Christopher Claire Clara Claudia Clemens Cornelia Craig Cynthia Dana Daniel
    Daniela Dave David Deborah Dennis Derek Diana Dieter Dirk Dmitri Dominik Donald Doris Dorothea Edward Elena Eli
    Elin Elisabeth Elizabeth Ella Elke Ellen Elsa Emily Emma Eric Erica Erik Eva Fabian Fatima Felix Fiona Florian
    Frances Francesca Franziska Frederik Friedrich Fritz Gabriel Gabriele George Georg Gerald Gerd Gerhard Gina
    Giulia Gisela Gordon Greg Gregor Guido Günter Hannah Hanna Hannes Hans Harald Harry Hassan Heike Heiko Heinrich
    Heinz Helen Helena Helga Helmut Hendrik Henrik Henry Herbert Holger Hugo Ian Ines Inga Ingrid Irene Irina Iris
    Isabel Isabella Ivan Jacob Jakob James Jan Jana Jane Janet Janine Jason Javier Jeff Jeffrey Jennifer Jenny Jens
    Jeremy Jessica Jim Joachim Joan Joanna Jochen Joe Joel Johan Johanna Johannes John Jonas Jonathan Jörg Jose José
    Josef Joseph Joshua Juan Judith Julia Julian Juliane Julie Jürgen Justin Kai Karen Karin Karl Karsten Kate
    Katharina Katherine Kathrin Katja Katrin Kelly Ken Kenneth Kerstin Kevin Kim Kirsten Klaus Kristin Kurt Kyle
    Lars Laura Lauren Lea Lena Leo Leon Leonie Lily Linda Lisa Liz Lothar Louis Louise Luca Lucas Lucia Lucy Luis
    Luisa Luise Lukas Luke Lydia Magdalena Maja Manfred Manuel Manuela Mara Marc Marcel Marco Marcus Margaret Maria
    María Marie Marina Mario Marion Markus Marlene Martha Martin Martina Matt Matthew Matthias Max Maximilian Maya
    Megan Mehmet Melanie Melissa Mia Michael Michaela Michelle Miguel Mike Mila Mohamed Mohammed Monica Monika
    Moritz Murat Nadine Nadja Nancy Natalia Natalie Natasha Nicholas Nick Nico Nicola Nicolas Nicole Niklas Nils
    Nina Noah Nora Norbert Ola Oliver Olivia Omar Oskar Oscar Otto Pablo Patricia Patrick Paul Paula Pedro Peter
    Petra Philip Philipp Pia Pierre Piet Priya Rachel Rainer Ralf Ralph Rahul Raj Ravi Rebecca Regina Reinhard René
    Renate Ricardo Richard Rita Robert Roberto Robin Roger Roland Rolf Roman Ronald Rosa Rudolf Rüdiger Ruth Ryan
    Sabine Sabrina Sally Sam Samantha Samuel Sandra Sara Sarah Sascha Scott Sean Sebastian Silke Silvia Simon Simone
    Sofia Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Stephen Steve Steven Stuart Susan Susanne Suzanne
    Svenja Sven Sylvia Tamara Tanja Tara Ted Teresa Theo Theresa Thomas Thorsten Tilo Tim Timo Tina Tobias Todd Tom
    Tomas Tony Torsten Tracy Ulf Uli Ulrich Ulrike Ursula Ute Uwe Valentina Vanessa Vera Verena Veronika Victor
    Victoria Viktor Vincent Viola Volker Walter Wei Werner Wilhelm William Wolfgang Xavier Yan Yuki Yusuf Yvonne Zoe"""
)
COMPANIES = words(
    """Accenture Acme Adidas Adobe ADP Airbnb Airbus Aldi Alibaba Allianz Alphabet Amazon AMD Apple Asana Atlassian
    Audi AWS Axa Bain BASF Bayer BCG Beiersdorf BMW Bloomberg Boeing Bosch Canva Capgemini Celonis Cisco Citrix
    Cloudflare Cognizant Commerzbank Contoso Continental Coinbase Crunchbase Daimler Databricks Datadog Deloitte DHL
    DocuSign Dropbox Ebay Ericsson Evonik Facebook Fedex Figma Forrester Fresenius Freshworks Gartner Github Gitlab
    Globex Gong Google Handelsblatt Henkel Hewlett Honeywell HubSpot Hubspot IBM IDC Ikea Infineon Initech Intel
    Intercom Intuit Jira KPMG Klarna Lenovo Lidl LinkedIn Linkedin Lufthansa Mailchimp Marketo Mastercard McKinsey
    Mercedes Merck Meta Microsoft Miele Miro N26 Nestlé Netflix Netsuite Nike Nokia Notion Nvidia Oetker Okta OpenAI
    Oracle Otto Outreach Palantir Panasonic Paypal PayPal Personio Philips Pipedrive Porsche PwC Qualcomm Reuters
    Roche Salesforce Salesloft Samsung SAP Shopify Siemens Slack Snowflake Sony Spotify Stripe Tableau Techcrunch
    TechCrunch Telekom Tesla Toyota Twilio Twitter Uber Unilever UPS Visa Vodafone Volkswagen Walmart Workday Xing
    Xerox YouTube Youtube Zalando Zapier Zendesk Zoom ZoomInfo Zscaler Zuora"""
)
# Houses that German letters speak of.
COMPANIES |= words(
    """Brose Claas Covestro Dräger Edeka Festo Freudenberg Fielmann Grohe Haniel Haribo Hella Heraeus Hochtief
    Jungheinrich Kärcher Klöckner Krones Kuka Lanxess Liebherr Mahle Rheinmetall Rossmann Sartorius Schaeffler Stihl
    Strabag Symrise Tchibo Thyssenkrupp Trigema Viessmann Voith Vorwerk Wacker Würth Zeiss"""
)
# Also plain words: a name only where it stands inside a sentence, or before another name.
DOUBLE = words(
    """Will Mark May Grace Hope Faith Rose Bill Frank Art Sue Pat Drew Chase Grant Jack Rob Apple Amazon Oracle Intel
    Meta Notion Outreach Slack Stripe Gong Intercom Uber Visa Zoom Continental Otto Jan Max Roman Marina Iris Viola
    Dana Robin Sam Rita Chris Nick Ken Ted Tony Bob Jim Joe Ben Matt Luke Leo Rolf Wei Ola Eli Anders Rosa"""
)
