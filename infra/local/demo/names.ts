/** Given and family names for made-up people; any likeness to a real person is chance. */
export const givenNames =
  `Aaliyah Aaron Abena Adrian Aisha Alejandra Amara Amy Ana Andre Angela Anita Anthony April Arjun Ashley Beatriz Ben
Brandon Brenda Brian Camila Carlos Carmen Caroline Cedric Chloe Cynthia Daniel Darnell Deborah Devon Diana Diego Dmitri Dolores Dylan Ebony
Eduardo Eleanor Eli Emily Erin Ethan Fatima Felix Gabriela George Gina Grace Hannah Hassan Heather Hector Hugo Imani Irene Isaac Isabel Jada
James Jasmine Javier Jenna Jerome Joanna Joel Jorge Julia Kareem Karen Keisha Kenji Kevin Lakshmi Lamar Laura Leah Leon Lila Linda Linh Lucas
Malik Mara Marcus Mariana Marisol Martha Mateo Megan Mei Miguel Mina Monique Nadia Naomi Natalie Nathan Nia Nicole Nina Noah Olivia Omar Pamela
Patrice Paul Paula Pedro Peter Priscilla Quinn Rachel Rafael Rebecca Renee Ricardo Rosa Ruben Ruth Samira Sandra Sara Sean Selena Sergio Shanice
Sharon Simone Sofia Stephen Susan Talia Tamara Tara Teresa Theo Thomas Tiana Trevor Tyler Valerie Vanessa Victor Vivian Wendy Xavier Yara Yolanda
Yusuf Zachary Zoe`.split(/\s+/);

export const familyNames =
  `Abbott Adeyemi Aguilar Ahmed Alvarez Anderson Bailey Baker Banks Barnes Bell Bennett Bishop Boateng Boyd Brennan Brooks
Bui Byrd Campbell Castillo Chan Chavez Chen Clark Cole Contreras Cruz Cruise Daniels Davila Delgado Desai Diaz Dixon Douglas Duarte Dunn Edwards
Ellison Espinoza Farah Fields Figueroa Fischer Fletcher Flores Foster Fuentes Garcia Gibson Gomez Grant Greene Guzman Hale Hall Hamilton Harper
Hart Hayes Henderson Hernandez Hill Hoang Holloway Howard Hughes Hunter Ibrahim Ingram Jackson James Jensen Jimenez Johnson Jordan Kaplan Kelly
Khan Kim Knight Lang Lawson Lee Leon Lewis Lopez Lowe Luna Mack Maldonado Marshall Martin Mason Medina Mendez Meyer Miller Mitchell Molina Moore
Morales Morgan Moss Murphy Myers Navarro Nelson Nguyen Nichols Nolan Novak Obi Ochoa Okafor Ortega Owens Padilla Park Parker Patel Pena Perez
Perry Pham Phillips Pierce Porter Powell Price Quintero Ramirez Ramos Reed Reese Reyes Rice Rivera Robbins Robinson Rojas Rossi Russo Salazar
Sanders Santos Shah Shaw Silva Simmons Singh Solomon Soto Spencer Stewart Stone Suarez Sullivan Tate Taylor Thompson Tran Tucker Turner Valdez
Vargas Vega Wade Walker Wallace Walsh Ward Warren Watkins Watson Weaver Webb Wells West White Whitaker Williams Wong Wood Wright Yates Young
Zamora Zhang`.split(/\s+/);

export const schoolNames = {
  elementary: ["Maple Grove", "Alder Creek", "Fern Hollow", "Juniper Hill", "Pine Ridge", "Willow Bend"],
  middle: ["Ridgeline", "Harbor Point", "Cottonwood"],
  high: ["Summit", "Lakeview", "Franklin"],
} as const;
